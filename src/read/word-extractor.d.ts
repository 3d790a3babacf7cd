declare module 'word-extractor' {
  interface Options {
    readonly filterUnicode?: boolean;
    readonly includeFooters?: boolean;
    readonly includeHeadersAndFooters?: boolean;
  }
  interface ExtractedDocument {
    getBody(options: Options): string;
    getHeaders(options: Options): string;
    getFootnotes(options: Options): string;
    getEndnotes(options: Options): string;
    getAnnotations(options: Options): string;
    getTextboxes(options: Options): string;
  }
  export default class WordExtractor {
    // biome-ignore lint/style/noRestrictedGlobals: what the library takes
    extract(source: Buffer): Promise<ExtractedDocument>;
  }
}
