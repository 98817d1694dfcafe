import { compareWithOneSchema } from './compare-with-one-schema.ts';

compareWithOneSchema('hive');
