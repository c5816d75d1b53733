import type { EntityRow } from '@contract/entities';
import { table } from '../output';
import { withProject } from '../session';
import type { AddCommand } from '../shell';

const MOST_FOUND = 50;

type Found = EntityRow & { reason?: string; matched?: string };

export const addEntities: AddCommand = (program, shell) => {
  program
    .command('entities')
    .description('list the entities of a project, or those whose name is like some text')
    .argument('<file>', 'the project')
    .option('--search <text>', 'only those whose name or alias is like this, the likest first')
    .option('--json', 'as JSON', false)
    .action(async (file: string, { search, json }: { search?: string; json: boolean }) => {
      const found = await withProject(file, { ...shell.session(), readOnly: true }, async (client) => {
        if (search === undefined) return client.call('entity.list', {});
        const suggestions = await client.call('entity.search', {
          query: search,
          typing: true,
          limit: MOST_FOUND,
        });
        return suggestions.map(({ entity, reason, matched }): Found => ({ ...entity, reason, matched }));
      });
      if (json) {
        shell.printJson(found);
        return;
      }
      const rows = found.map((entity: Found) => [
        entity.name,
        entity.id,
        entity.typeId ?? '',
        String(entity.mentions),
        String(entity.stances),
        entity.reason ?? entity.aliases.join('; '),
      ]);
      const last = search === undefined ? 'aliases' : 'why';
      shell.print(table([['entity', 'id', 'type', 'mentions', 'stances', last], ...rows]));
    });
};
