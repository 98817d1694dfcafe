import {
  absent,
  type Complete,
  type Completed,
  type Completing,
  type Completion,
  endNull,
  type Outcome,
  type Seen,
} from './completing.ts';
import { type DataObject, Failure, isDataObject, LACKING, own, reader, type Value } from './data.ts';

/** A field of the answer: its name there, its name in the data, and how to complete it. */
export interface CompiledField extends Completion {
  readonly name: string;
  readonly internal: string;
}

/** A field as it stands among the others. */
interface PlacedField extends CompiledField {
  /** What stands before its value: its name, and what separates it from the field before. */
  readonly key: Uint8Array;
  readonly readOwn: (object: DataObject) => Value;
}

/** An object that is being written. */
interface Writing {
  readonly value: DataObject;
  readonly fields: readonly PlacedField[];
  /** How much was written before it. */
  readonly begin: number;
  readonly at: Completing;
}

const BEGIN = 0x7b;
const END = 0x7d;

/** Compiles an object with these fields; they are asked for when the first such object comes. */
export function completeObject(compileFields: () => readonly CompiledField[], seen: Seen): Complete {
  let fields: readonly PlacedField[] | undefined;
  return (value, at) => {
    if (!isDataObject(value)) return absent(value, at, seen);
    fields ??= compileFields().map(place);
    const begin = at.to.length;
    at.to.character(BEGIN);
    return writeFrom(0, { value, fields, begin, at });
  };
}

function place(field: CompiledField, index: number): PlacedField {
  const key = Buffer.from(`${index === 0 ? '' : ','}${JSON.stringify(field.name)}:`);
  return { ...field, key, readOwn: reader(field.internal) };
}

function writeFrom(first: number, writing: Writing): Completed {
  const { value, fields, at } = writing;
  for (let index = first; index < fields.length; index += 1) {
    const field = fields[index] as PlacedField;
    const found = read(value, field);
    at.to.raw(field.key);
    if (field.writeLeaf !== undefined && found !== null && field.writeLeaf(found, at.to, at.rounded))
      continue;
    at.path.push(field.name);
    const outcome = field.complete(found, at);
    if (typeof outcome !== 'string') return goOn(outcome, index, writing);
    at.path.pop();
    if (outcome !== 'written' && !endField(field, writing)) return 'failed';
  }
  at.to.character(END);
  return 'written';
}

/** Goes on after a field that took more than a turn. */
async function goOn(pending: Promise<Outcome>, index: number, writing: Writing): Promise<Outcome> {
  const outcome = await pending;
  writing.at.path.pop();
  if (outcome !== 'written' && !endField(writing.fields[index] as PlacedField, writing)) return 'failed';
  return writeFrom(index + 1, writing);
}

/** What stands under a name, or why nothing does. */
function read(object: DataObject, { readOwn }: PlacedField): Value {
  const value = readOwn(object);
  return value === undefined ? object[LACKING] : value;
}

/** Ends a field that is null; tells whether the object goes on. */
function endField(field: PlacedField, writing: Writing): boolean {
  const found = read(writing.value, field);
  if (found instanceof Failure && found.silent) tell(field, found, writing);
  return endNull(field.required, writing.begin, writing.at);
}

/**
 * Of a field that leaves it to another to tell why both failed: one that comes later tells now when this one ends the
 * object, and where the client asked no other, this one tells itself.
 */
function tell(silent: PlacedField, { cause }: Failure, { value, fields, at }: Writing): void {
  const tellers = fields.filter(({ internal }) => {
    const mark = own(value, internal);
    return mark instanceof Failure && !mark.silent;
  });
  if (tellers.length === 0) at.report([...at.path, silent.name], cause);
  if (!silent.required) return;
  for (const teller of tellers) {
    if (fields.indexOf(teller) < fields.indexOf(silent)) continue;
    at.path.push(teller.name);
    teller.complete(own(value, teller.internal), at);
    at.path.pop();
  }
}
