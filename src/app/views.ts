/** Views of the tool besides those of a notice's page. */
export const OWN_VIEWS = { desk: '/文件', changes: '/修订' } as const;
