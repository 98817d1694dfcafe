import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** The media types in which the gateway answers (GraphQL over HTTP). */
export type AnswerType = 'application/json' | 'application/graphql-response+json';

const TYPES: readonly AnswerType[] = ['application/json', 'application/graphql-response+json'];

/** The header `Content-Type` of an answer of this type. */
export function contentType(type: AnswerType): string {
  return `${type}; charset=utf-8`;
}

interface MediaRange {
  readonly range: string;
  readonly quality: number;
}

/**
 * The media type in which a client wants its answer, by its `Accept` header (RFC 9110, section 12.5.1); the first of
 * equals, and `application/json` for who does not care.
 * @throws KetenFout ANTWOORDTYPE_NIET_ONDERSTEUND when the client accepts neither
 */
export function answerType(accept: string | undefined): AnswerType {
  if (accept === undefined || accept.trim() === '') return TYPES[0] ?? 'application/json';
  const ranges = accept.split(',').map(mediaRange);
  const [best] = TYPES.map((type) => ({
    type,
    quality: qualityOf(type, ranges),
    place: placeOf(type, ranges),
  }))
    .filter(({ quality }) => quality > 0)
    .toSorted((a, b) => b.quality - a.quality || a.place - b.place);
  if (best === undefined) throw new KetenFout('ANTWOORDTYPE_NIET_ONDERSTEUND');
  return best.type;
}

function mediaRange(text: string): MediaRange {
  const [range = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = Number(parameters.find((each) => each.startsWith('q='))?.slice(2) ?? 1);
  return { range, quality: Number.isFinite(quality) ? quality : 0 };
}

/** The most precise range decides. */
function qualityOf(type: AnswerType, ranges: readonly MediaRange[]): number {
  const match = [type, 'application/*', '*/*']
    .map((wanted) => ranges.find(({ range }) => range === wanted))
    .find((found) => found !== undefined);
  return match?.quality ?? 0;
}

function placeOf(type: AnswerType, ranges: readonly MediaRange[]): number {
  const place = ranges.findIndex(({ range }) => range === type);
  return place === -1 ? ranges.length : place;
}
