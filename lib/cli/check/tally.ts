import { PassedOver } from '../sources/source';
import { Checked } from './judge';
import { Finding, Note } from './result';

/** What there is to say of all dashboards. */
export class Tally {
  public readonly findings: Finding[] = [];
  public excused = 0;
  private readonly eachNote: Note[] = [];
  private readonly notesOnce = new Map<string, Note>();

  public get notes(): Note[] {
    return [...this.eachNote, ...this.notesOnce.values()];
  }

  public add({ findings, excused, notes, notesOnce }: Checked): void {
    for (const [key, note] of notesOnce) this.noteOnce(key, note);
    // Without its fix, which would keep the dashboard.
    for (const { fix: _fix, ...finding } of findings) this.findings.push(finding);
    for (const note of notes) this.note(note);
    this.excused += excused;
  }

  public passOver({ path, message, place, advice }: PassedOver): void {
    this.note({ path, message, place });
    if (advice !== undefined) this.noteOnce(advice, { path, message: advice });
  }

  public note(note: Note): void {
    this.eachNote.push(note);
  }

  private noteOnce(key: string, note: Note): void {
    if (!this.notesOnce.has(key)) this.notesOnce.set(key, note);
  }
}
