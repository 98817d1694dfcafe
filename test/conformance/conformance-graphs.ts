import type { ConformanceGraph } from './conformance-graph.ts';
import { compositeKeys } from './supergraphs/composite-keys.ts';
import { enums } from './supergraphs/enums.ts';
import { inaccessible } from './supergraphs/inaccessible.ts';
import { interfaceObject } from './supergraphs/interface-object.ts';
import { interfaces } from './supergraphs/interfaces.ts';
import { lists } from './supergraphs/lists.ts';
import { mutations } from './supergraphs/mutations.ts';
import { nulls } from './supergraphs/nulls.ts';
import { override } from './supergraphs/override.ts';
import { provides } from './supergraphs/provides.ts';
import { references } from './supergraphs/references.ts';
import { requiresArguments } from './supergraphs/requires-arguments.ts';
import { requiresChain } from './supergraphs/requires-chain.ts';
import { requiresInterface } from './supergraphs/requires-interface.ts';
import { requiresNested } from './supergraphs/requires-nested.ts';
import { requiresSimple } from './supergraphs/requires-simple.ts';
import { scalarsAndVersions } from './supergraphs/scalars-and-versions.ts';
import { severalKeys } from './supergraphs/several-keys.ts';
import { shareable } from './supergraphs/shareable.ts';
import { unions } from './supergraphs/unions.ts';

/** The supergraphs on which the gateway is compared with one schema and with the reference gateway. */
export const conformanceGraphs: readonly ConformanceGraph[] = [
  compositeKeys,
  enums,
  inaccessible,
  interfaceObject,
  interfaces,
  lists,
  mutations,
  nulls,
  override,
  provides,
  references,
  requiresArguments,
  requiresChain,
  requiresInterface,
  requiresNested,
  requiresSimple,
  scalarsAndVersions,
  severalKeys,
  shareable,
  unions,
];
