import { KetenFout } from '../../schema/fouten/keten-fout.ts';

/** An access token for a demo user, from the issuer that runs. Throws KETEN_DRAAIT_NIET when that does not answer. */
export async function fetchToken(uitgever: string, gebruiker: string): Promise<string> {
  const answer = await fetch(`${uitgever}/demo/token/${gebruiker}`).catch((error: unknown) => {
    throw new KetenFout('KETEN_DRAAIT_NIET', `${uitgever} does not answer.`, {}, { cause: error });
  });
  const text = await answer.text();
  if (answer.status !== 200) throw new KetenFout('INTERNE_FOUT', `${uitgever} answered ${answer.status}.`);
  return text;
}
