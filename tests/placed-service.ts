import { expect } from 'vitest';
import { findRoad, memoryRepository } from '../src/index.ts';
import type { RequirementJson, RoadServiceJson } from '../src/report/documents/road.ts';
import { type Files, testDay } from './judge-files.ts';

/** A web application in an image, of which nothing says where it runs. */
export const server = {
  Dockerfile: 'FROM python:3.13-slim\nCOPY . .\nCMD ["gunicorn", "app:app"]\n',
  'app.py': 'from flask import Flask\n\napp = Flask(__name__)\n',
  'requirements.txt': 'flask==3.0.0\n',
};

/** Where a service of a repository stands on the road: the one with an id, or the first. */
export async function placedService(files: Files, id?: string): Promise<RoadServiceJson> {
  const { services } = await findRoad(memoryRepository(files), { today: testDay });
  const service = id === undefined ? services[0] : services.find((one) => one.id === id);
  expect(services.map((one) => one.id)).toContain(service?.id);
  return service as RoadServiceJson;
}

/** What is said of one requirement. */
export function requirement({ rungs }: RoadServiceJson, id: string): RequirementJson | undefined {
  return rungs.flatMap(({ requirements }) => requirements).find((one) => one.id === id);
}

/** The state of one requirement. */
export function said(service: RoadServiceJson, id: string): string | undefined {
  return requirement(service, id)?.state;
}
