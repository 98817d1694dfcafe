import { startAlsProces } from '../chassis/start-als-proces.ts';
import { financien } from './financien.ts';

await startAlsProces(financien);
