/** Environment files (`.env`): read into a tree, and edited in place. */
export { dotenvEdits } from './edits.ts';
export { parseDotenv } from './read.ts';
