import type { Adapter } from 'oidc-provider';

/** Storage for the provider. Its JWT tokens carry all there is to know, so there is nothing to store. */
export class KeepsNothing implements Adapter {
  async upsert(): Promise<void> {}
  async find(): Promise<undefined> {}
  async findByUserCode(): Promise<undefined> {}
  async findByUid(): Promise<undefined> {}
  async consume(): Promise<void> {}
  async destroy(): Promise<void> {}
  async revokeByGrantId(): Promise<void> {}
}
