/** The version of this package; a test holds it against package.json. */
export const version = '0.1.0';

/** The oldest major version of Node that runs it; a test holds it against package.json. */
export const oldestNode = 22;
