import { parse } from 'protobufjs';

/**
 * What the tests read of an agent's first message.
 *
 * Source: `proto/envelope.proto`, `proto/messages.proto` and `proto/agent_info.proto` in com.rookout:rook 0.1.266.
 */
const { root } = parse(
  `
  syntax = "proto3";
  package com.rookout;
  message Envelope { Any msg = 2; }
  message Any { string type_url = 1; bytes value = 2; }
  message NewAgentMessage { AgentInformation agent_info = 1; }
  message AgentInformation { SystemInformation system = 4; map<string, string> labels = 9; }
  message SystemInformation { string hostname = 1; }
  `,
  { keepCase: true },
);

const ENVELOPE = root.lookupType('com.rookout.Envelope');
const NEW_AGENT = root.lookupType('com.rookout.NewAgentMessage');

/** What an agent tells of its instance. */
export interface Report {
  readonly labels: Readonly<Record<string, string>>;
  readonly hostname: string;
}

/** The report in a message of an agent. Undefined if it is another message. */
export function reportIn(message: Uint8Array): Report | undefined {
  const { msg }: any = ENVELOPE.decode(message);
  if (!msg.type_url.endsWith('.NewAgentMessage')) return undefined;
  const { system, labels }: any = (NEW_AGENT.decode(msg.value) as any).agent_info;
  return { labels: { ...labels }, hostname: system.hostname };
}
