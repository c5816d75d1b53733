import type { Connection } from '../sqlite';
import { initial } from './001-initial';
import { relations } from './002-relations';
import { appraisals } from './003-appraisals';
import { exchange } from './004-exchange';
import { decisions } from './005-decisions';
import { team } from './006-team';
import { history } from './007-history';

/** 'Prly': tells a Parley project from other SQLite files (PRAGMA application_id). */
export const APPLICATION_ID = 0x50726c79;

/** Entry i brings a file from version i to i + 1. Entries are never changed once released. */
const migrations: readonly string[] = [initial, relations, appraisals, exchange, decisions, team, history];

/** The version of project file that this program writes (PRAGMA user_version). */
export const CURRENT_VERSION = migrations.length;

/** Brings an open file from its version to the current one, all in the caller's transaction. */
export function migrate(connection: Connection, from: number): void {
  for (const sql of migrations.slice(from)) connection.exec(sql);
  connection.pragma(`application_id = ${APPLICATION_ID}`);
  connection.pragma(`user_version = ${CURRENT_VERSION}`);
}

/** Definitions of all tables and indexes as SQLite keeps them, for comparing a file with what it should be. */
export function schemaOf(connection: Connection): Map<string, string> {
  const rows = connection
    .prepare(
      "SELECT type || ' ' || name AS what, ifnull(sql, '') AS sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%'",
    )
    .all() as { what: string; sql: string }[];
  return new Map(rows.map((row) => [row.what, row.sql]));
}
