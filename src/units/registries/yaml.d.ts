declare module '*.yaml' {
  const registry: import('../../model/registry.js').Registry;
  export default registry;
}
