/** What a roll-up writes beside its cells: points that are averages, and what a part lacks. */
import type { Submission } from '../../schemas/generated/types.ts';
import type { Exact } from '../decimal.ts';
import { exactText } from './average.ts';
import type { Part } from './parts.ts';

type RolledUp = NonNullable<Submission['rolledUp']>;
type Missing = NonNullable<RolledUp['missing']>[number];

export class Account {
  private readonly points: { [id: string]: string } = {};
  private readonly missing: Missing[] = [];

  awards(id: string, points: Exact): void {
    this.points[id] = exactText(points);
  }

  lacks({ name: form }: Part, what: Omit<Missing, 'form'>): void {
    this.missing.push({ form, ...what });
  }

  written(parts: readonly Part[]): RolledUp {
    return {
      forms: parts.map(({ name }) => name),
      ...(Object.keys(this.points).length > 0 ? { points: this.points } : {}),
      ...(this.missing.length > 0 ? { missing: this.missing } : {}),
    };
  }
}
