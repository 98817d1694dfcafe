import { startAlsProces } from '../chassis/start-als-proces.ts';
import { klanten } from './klanten.ts';

await startAlsProces(klanten);
