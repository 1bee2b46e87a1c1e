export { parseYamlDocument, parseYamlDocuments } from './parseYaml';
