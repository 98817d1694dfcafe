import { startAlsProces } from '../chassis/start-als-proces.ts';
import { trajecten } from './trajecten.ts';

await startAlsProces(trajecten);
