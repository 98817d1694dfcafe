import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { expect, inject, onTestFinished, test } from 'vitest';
import { bootstrap, type SubgraphUrls } from '../../../start/database/bootstrap.ts';
import { connectAdmin } from '../../../start/database/connect-admin.ts';
import { tempFolder } from '../fixtures/temp-folder.ts';

let serial = 0;

/** A database of its own on the server of the run, and a name that no other test uses; both go when the test is over. */
async function ownDatabase(): Promise<{ url: string; naam: string }> {
  const naam = `bs_${process.pid}_${(serial += 1)}`;
  const url = new URL(inject('beheerder'));
  await asAdmin(url.href, `create database ${naam}`);
  onTestFinished(async () => {
    await asAdmin(url.href, `drop database ${naam} with (force)`);
    for (const role of [`${naam}_eigenaar`, `${naam}_lezer`, `${naam}_beheer`]) {
      await asAdmin(url.href, `drop role if exists ${role}`);
    }
  });
  const own = new URL(url);
  own.pathname = naam;
  return { url: own.href, naam };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = await connectAdmin(url);
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

async function ask<T>(url: string, sql: string): Promise<T[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as T[];
  } finally {
    await client.end();
  }
}

async function bootstrapOne(url: string, naam: string, file: string): Promise<SubgraphUrls> {
  const { [naam]: urls } = await bootstrap(url, [naam], file);
  if (urls === undefined) throw new Error('There are no URLs.');
  return urls;
}

test('the eigenaar owns its schema and finds it first; the lezer may use it and nothing more', async () => {
  const { url, naam } = await ownDatabase();
  const { eigenaar, lezer } = await bootstrapOne(url, naam, join(tempFolder(), 'rollen.json'));
  await ask(eigenaar, 'create table ding (waarde text)');
  await ask(eigenaar, `insert into ding values ('a')`);
  expect(
    await ask(eigenaar, `select schemaname, tableowner from pg_tables where tablename = 'ding'`),
  ).toEqual([{ schemaname: naam, tableowner: `${naam}_eigenaar` }]);
  for (const forbidden of [
    'select * from ding',
    `insert into ding values ('b')`,
    'create table anders ()',
    'create temporary table tijdelijk ()',
    'create table public.anders ()',
    'create schema anders',
    'create role anders',
    `set role ${naam}_eigenaar`,
  ]) {
    const refusal = await ask(lezer, forbidden).catch((error: unknown) => error);
    expect({ forbidden, refusal }).toMatchObject({ refusal: { code: '42501' } });
  }
  await ask(eigenaar, `grant select on ding to ${naam}_lezer`);
  expect(await ask(lezer, 'select waarde from ding')).toEqual([{ waarde: 'a' }]);
});

test('neither role has a right over the server, and neither is a member of another', async () => {
  const { url, naam } = await ownDatabase();
  await bootstrapOne(url, naam, join(tempFolder(), 'rollen.json'));
  const roles = await ask(
    url,
    `select rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls as iets,
            (select count(*)::int from pg_auth_members where member = r.oid) as lid_van
       from pg_roles r where rolname in ('${naam}_eigenaar', '${naam}_lezer')`,
  );
  expect(roles).toEqual([
    { iets: false, lid_van: 0 },
    { iets: false, lid_van: 0 },
  ]);
});

test('again changes nothing: same passwords, same rights', async () => {
  const { url, naam } = await ownDatabase();
  const file = join(tempFolder(), 'rollen.json');
  const first = await bootstrapOne(url, naam, file);
  await ask(first.eigenaar, 'create table ding ()');
  expect(await bootstrapOne(url, naam, file)).toEqual(first);
  expect(await ask(first.eigenaar, 'select from ding')).toEqual([]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a start from another folder gives the roles its own passwords', async () => {
  const { url, naam } = await ownDatabase();
  const first = await bootstrapOne(url, naam, join(tempFolder(), 'rollen.json'));
  const second = await bootstrapOne(url, naam, join(tempFolder(), 'rollen.json'));
  expect(await ask(second.lezer, 'select 1 as een')).toEqual([{ een: 1 }]);
  await expect(ask(first.lezer, 'select 1')).rejects.toMatchObject({ code: '28P01' });
});

test('several at once do not meet', async () => {
  const { url, naam } = await ownDatabase();
  const file = join(tempFolder(), 'rollen.json');
  const { [naam]: first } = await bootstrap(url, [naam], file);
  const all = await Promise.all(Array.from({ length: 4 }, () => bootstrapOne(url, naam, file)));
  for (const urls of all) expect(urls).toEqual(first);
});

test('works for an administrator who is not superuser', async () => {
  const { url, naam } = await ownDatabase();
  await asAdmin(url, `create role ${naam}_beheer login createrole password 'beheer'`);
  await asAdmin(url, `alter database ${naam} owner to ${naam}_beheer`);
  const admin = new URL(url);
  admin.username = `${naam}_beheer`;
  admin.password = 'beheer';
  const file = join(tempFolder(), 'rollen.json');
  const first = await bootstrapOne(admin.href, naam, file);
  expect(await bootstrapOne(admin.href, naam, file)).toEqual(first);
  await ask(first.eigenaar, 'create table ding ()');
  await asAdmin(url, `reassign owned by ${naam}_beheer to current_user`);
});

test('refuses a role that existed with more rights than it may have', async () => {
  const { url, naam } = await ownDatabase();
  await asAdmin(url, `create role ${naam}_lezer bypassrls`);
  await expect(bootstrapOne(url, naam, join(tempFolder(), 'rollen.json'))).rejects.toMatchObject({
    code: 'ROL_TE_RUIM',
    details: { rol: `${naam}_lezer` },
  });
});

test('an administrator who may not make roles is told so', async () => {
  const { url, naam } = await ownDatabase();
  const { lezer } = await bootstrapOne(url, naam, join(tempFolder(), 'rollen.json'));
  await expect(bootstrap(lezer, ['anders'], join(tempFolder(), 'rollen.json'))).rejects.toMatchObject({
    code: 'DATABASE_ONGESCHIKT',
  });
});

test('a database that is not there is named by host and port, without the password', async () => {
  const error = await connectAdmin('postgresql://beheer:geheim-woord@127.0.0.1:1/x').catch(
    (reason: unknown) => reason,
  );
  expect(error).toMatchObject({ code: 'DATABASE_NIET_BEREIKBAAR', reden: '127.0.0.1:1: ECONNREFUSED' });
  expect(JSON.stringify(error)).not.toContain('geheim-woord');
});

test('a wrong password is a database that cannot be reached', async () => {
  const { url } = await ownDatabase();
  const wrong = new URL(url);
  wrong.password = 'geheim-woord';
  await expect(connectAdmin(wrong.href)).rejects.toMatchObject({
    code: 'DATABASE_NIET_BEREIKBAAR',
    reden: `127.0.0.1:${wrong.port}: 28P01`,
  });
});
