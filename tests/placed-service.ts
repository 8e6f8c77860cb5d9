import { expect } from 'vitest';
import { findRoad, memoryRepository } from '../src/index.ts';
import type { RoadServiceJson } from '../src/report/documents/road.ts';
import { type Files, testDay } from './judge-files.ts';

/** A web application in an image, of which nothing says where it runs. */
export const server = {
  Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nCMD ["gunicorn", "app:app"]\n',
  'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  'requirements.txt': 'flask==3.0.0\n',
};

/** Where the first service of a repository stands on the road. */
export async function placedService(files: Files): Promise<RoadServiceJson> {
  const { services } = await findRoad(memoryRepository(files), { today: testDay });
  expect(services).not.toEqual([]);
  return services[0] as RoadServiceJson;
}

/** What is said of one requirement. */
export function said({ rungs }: RoadServiceJson, id: string): string | undefined {
  return rungs.flatMap(({ requirements }) => requirements).find((one) => one.id === id)?.state;
}
