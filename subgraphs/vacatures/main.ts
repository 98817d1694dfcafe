import { startAlsProces } from '../chassis/start-als-proces.ts';
import { vacatures } from './vacatures.ts';

await startAlsProces(vacatures);
