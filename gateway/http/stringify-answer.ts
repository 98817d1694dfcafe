import type { ApolloServerOptions, BaseContext } from '@apollo/server';
import { AnswerData } from '../execution/answer-data.ts';

type StringifyResult = NonNullable<ApolloServerOptions<BaseContext>['stringifyResult']>;

/** Writes an answer as JSON; data that was written already is put in as it is. */
export const stringifyAnswer: StringifyResult = ({ data, errors, extensions }) => {
  if (!(data instanceof AnswerData)) return JSON.stringify({ errors, data, extensions });
  const before = errors === undefined ? '' : `"errors":${JSON.stringify(errors)},`;
  const after = extensions === undefined ? '' : `,"extensions":${JSON.stringify(extensions)}`;
  return `{${before}"data":${data.json}${after}}`;
};
