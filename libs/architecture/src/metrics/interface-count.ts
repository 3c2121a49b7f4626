import type { InterfaceOperation } from './interface';

/**
 * Weighted service interface count (WSIC): the number of operations that a service exposes, each with the weight 1.
 *
 * Hirzalla, Cleland-Huang, Arsanjani: A metrics suite for evaluating flexibility and complexity in service oriented
 * architectures, 2008, whose default weight this is; Bogner, Wagner, Zimmermann 2017.
 */
export const interfaceCount = (operations: readonly InterfaceOperation[]): number => operations.length;
