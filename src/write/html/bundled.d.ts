// The program and the style of the page, each as one text; scripts/page.js makes them when this program is built.
declare module '*?bundled' {
  const text: string;
  export default text;
}
