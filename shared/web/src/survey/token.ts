import { RSABSSA } from '@cloudflare/blindrsa-ts';

/** The token of RFC 9474, RSABSSA-SHA384-PSS-Randomized. Loaded after the first page is shown, since it is the heaviest part. */
const suite = RSABSSA.SHA384.PSS.Randomized();

export interface BlindedMessage {
  /** The prepared message: 32 random bytes before the 32 of the message itself. */
  message: Uint8Array;
  inverse: Uint8Array;
  blinded: Uint8Array;
}

export async function blind(key: JsonWebKey): Promise<BlindedMessage> {
  const message = suite.prepare(crypto.getRandomValues(new Uint8Array(32)));
  const { blindedMsg, inv } = await suite.blind(await publicKey(key), message);
  return { message, inverse: inv, blinded: blindedMsg };
}

/** Unblinds and verifies; fails where the signature is not one of this key on this message. */
export async function finish(
  key: JsonWebKey,
  { message, inverse }: BlindedMessage,
  signature: Uint8Array,
): Promise<Uint8Array> {
  return suite.finalize(await publicKey(key), message, signature, inverse);
}

function publicKey({ n, e }: JsonWebKey): Promise<CryptoKey> {
  const jwk = { kty: 'RSA', n, e, alg: 'PS384', ext: true } as JsonWebKey;
  return crypto.subtle.importKey('jwk', jwk, { name: 'RSA-PSS', hash: 'SHA-384' }, true, ['verify']);
}
