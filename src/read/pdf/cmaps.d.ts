declare module '*.cmaps' {
  const tables: Readonly<Record<string, string>>;
  export default tables;
}
