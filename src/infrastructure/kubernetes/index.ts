// https://kubernetes.io/docs/concepts/overview/working-with-objects/
import { addTo } from '../../evidence/add-to.ts';
import { decodeText } from '../../repository/decode.ts';
import { baseName, folderOf, foldersUp, joinPath } from '../../repository/paths.ts';
import type { EditableData } from '../../syntax/editable-file.ts';
import { parseJson } from '../../syntax/json/index.ts';
import { parseYaml, yamlEdits } from '../../syntax/yaml/index.ts';
import { candidatesIn } from '../model/candidates.ts';
import type { ReadingContext, ReadStacks, UnreadablePart } from '../model/reader.ts';
import type { Stack } from '../model/resource.ts';
import { candidacy, isKustomization, mayStateObjects } from './candidacy.ts';
import { Kustomizations } from './kustomization.ts';
import { type Manifest, manifestsIn, treeOf } from './manifest.ts';
import { type ReferenceObserver, stackOf } from './stack.ts';

/** Reads every Kubernetes object: kustomizations that no other one includes, then the other manifests folder by folder. */
export async function read(context: ReadingContext, observe?: ReferenceObserver): Promise<ReadStacks> {
  const reader = new Reader(context, observe);
  return reader.read();
}

class Reader {
  readonly #context: ReadingContext;
  readonly #observe: ReferenceObserver | undefined;
  readonly #editable = new Map<string, EditableData>();
  readonly #unreadable: UnreadablePart[] = [];
  readonly #manifests = new Map<string, readonly Manifest[]>();

  constructor(context: ReadingContext, observe: ReferenceObserver | undefined) {
    this.#context = context;
    this.#observe = observe;
  }

  read(): ReadStacks {
    const { repository, candidates = candidatesIn(repository, candidacy) } = this.#context;
    const kustomizations = new Kustomizations(repository, (file) => this.#manifestsAt(file));
    const surveyed = candidates.filter(isKustomization).map((file) => ({ file, ...kustomizations.survey(file) }));
    const isNamed = (file: string): boolean =>
      kustomizations.named.has(file) || kustomizations.named.has(folderOf(file));
    const stacks = surveyed
      .filter(({ file, isComponent }) => !isComponent && !isNamed(file))
      .flatMap(({ file }) => {
        const { manifests, faults } = kustomizations.read(file);
        return manifests.length + faults.length === 0 ? [] : [this.#stack(file, manifests, faults)];
      });
    const plain = candidates.filter((file) => !isKustomization(file) && !kustomizations.named.has(file));
    stacks.push(...this.#folders(plain));
    this.#unreadable.push(...kustomizations.unreadable);
    return { stacks, editable: this.#editable, unreadable: this.#unreadable };
  }

  /** The objects of each folder are one stack; those of a chart's templates are one, however deep they lie. */
  #folders(files: readonly string[]): Stack[] {
    const folders = new Map<string, Manifest[]>();
    const first = new Map<string, string>();
    for (const file of files) {
      const manifests = this.#manifestsAt(file);
      if (manifests.length === 0) continue;
      const folder = this.#chartOf(file) ?? folderOf(file);
      for (const manifest of manifests) addTo(folders, folder, manifest);
      if (!first.has(folder)) first.set(folder, file);
    }
    return [...folders].map(([folder, manifests]) => this.#stack(first.get(folder) ?? folder, manifests, []));
  }

  #stack(file: string, manifests: readonly Manifest[], faults: Stack['faults']): Stack {
    this.#unreadable.push(
      ...faults.map(({ place, message }) => ({ file: place.file, line: place.line, reason: message })),
    );
    return stackOf(file, manifests, faults, this.#context, this.#observe);
  }

  #chartOf(file: string): string | undefined {
    return foldersUp(folderOf(file)).find(
      (folder) =>
        baseName(folder) === 'templates' && this.#context.repository.has(joinPath(folder, '../Chart.yaml') ?? ''),
    );
  }

  /** The objects in a file. A byte scan tells whether there can be some. */
  #manifestsAt(file: string): readonly Manifest[] {
    const known = this.#manifests.get(file);
    if (known !== undefined) return known;
    const manifests = this.#parse(file);
    this.#manifests.set(file, manifests);
    return manifests;
  }

  #parse(file: string): readonly Manifest[] {
    const content = this.#context.repository.read(file);
    if (!content.ok) return [];
    const { buffer, byteOffset, byteLength } = content.bytes;
    if (!mayStateObjects(Buffer.from(buffer, byteOffset, byteLength))) return [];
    const text = decodeText(content);
    if (!text.ok) {
      this.#unreadable.push({ file, line: 1, reason: text.message });
      return [];
    }
    const isJson = /\.json$/i.test(file);
    const { tree, masked } = treeOf(text.text, (source) => (isJson ? parseJson(source) : parseYaml(source)));
    const manifests = manifestsIn(file, tree, masked);
    if (manifests.length === 0) return [];
    const isTemplate = masked.text !== masked.original;
    if (!isJson && !isTemplate) this.#editable.set(file, { tree, edits: yamlEdits });
    for (const fault of tree.faults.filter(({ code }) => code === undefined).slice(0, isTemplate ? 1 : 20)) {
      const reason = isTemplate ? `${fault.message}, once the template's placeholders are taken out` : fault.message;
      this.#unreadable.push({ file, line: tree.lines.position(fault.start).line, reason });
    }
    return manifests;
  }
}
