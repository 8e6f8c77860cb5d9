export { insertDockerfile, removeDockerfile, setDockerfile } from './edits.ts';
export type * from './model.ts';
export type { DockerfilePart } from './part-edits.ts';
export { parseDockerfile } from './read.ts';
export { substitute } from './substitute.ts';
