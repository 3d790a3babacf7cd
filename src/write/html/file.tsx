import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { digestOf } from '../../model/digest.js';
import { MAKER } from '../../words/own-files.js';

/** What a page is made of. */
interface HtmlParts {
  readonly title: string;
  readonly style: string;
  readonly script: string;
  readonly body: VNode;
  /** Elements with data for the script, by their ids: texts in which no element can begin or end. */
  readonly data: readonly (readonly [id: string, type: string, text: string])[];
  /** What is shown in another way where no script runs. */
  readonly unscripted?: string;
  /** What the policy says besides, where a page starts a worker; otherwise no text may become code or markup. */
  readonly worker?: { readonly policy: string };
}

/**
 * A page as one file that asks for nothing: a policy in it forbids every request, and every script and style but its
 * own.
 */
export function fileOf({ title, style, script, body, data, unscripted, worker }: HtmlParts): string {
  const styles = [style, ...(unscripted === undefined ? [] : [unscripted])];
  const policy = [
    "default-src 'none'",
    `script-src ${hashOf(script)}`,
    `style-src ${styles.map(hashOf).join(' ')}`,
    ...(worker ? ['worker-src blob:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
    // Nothing that is text can become markup once the page is open.
    "require-trusted-types-for 'script'",
    `trusted-types ${worker ? worker.policy : "'none'"}`,
  ].join('; ');
  const head = (
    <>
      <meta charset="utf-8" />
      <meta http-equiv="Content-Security-Policy" content={policy} />
      <meta name="generator" content={MAKER} />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="referrer" content="no-referrer" />
      <meta name="format-detection" content="telephone=no" />
      <title>{title}</title>
      {styled(style)}
      {unscripted !== undefined && <noscript>{styled(unscripted)}</noscript>}
    </>
  );
  const elements = data.map(([id, type, text]) => `<script type="${type}" id="${id}">${text}</script>`);
  return `<!doctype html>
<html lang="zh-CN">
<head>${renderToString(head)}</head>
<body>${renderToString(body)}${elements.join('')}<script>${script}</script></body>
</html>
`;
}

/** What stands over every view: where one can go, and the field for searching. */
export function Top({
  children,
  search,
}: {
  readonly children: ComponentChildren;
  readonly search: { readonly class?: string; readonly hidden?: boolean; readonly 'data-needs'?: string };
}) {
  return (
    <header>
      <nav aria-label="页面">{children}</nav>
      <search {...search}>
        <label for="search">查找</label>
        <input
          id="search"
          type="search"
          placeholder="任务、目标、单位，或拼音首字母"
          autocomplete="off"
          spellcheck={false}
        />
      </search>
    </header>
  );
}

/** What leads who uses keys past the head of a page. */
export function Skip() {
  return (
    <a class="skip" href="#main">
      跳到内容
    </a>
  );
}

function styled(text: string): VNode {
  return <style dangerouslySetInnerHTML={{ __html: text }} />;
}

function hashOf(text: string): string {
  return `'sha256-${btoa(String.fromCharCode(...digestOf(text)))}'`;
}
