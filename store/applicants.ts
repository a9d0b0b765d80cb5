import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { listItems, type Table } from './table.ts';

/**
 * Lists a case under the organisation that it is of. Done before the case is opened: a listing that leads nowhere is
 * passed over by whoever reads it.
 */
export async function listForApplicant(
  table: Table,
  { caseId, businessId }: { readonly caseId: string; readonly businessId: string },
): Promise<void> {
  await table.client.send(
    new PutCommand({
      TableName: table.name,
      Item: {
        PK: `CASE#${caseId}`,
        SK: 'APPLICANT',
        listOf: listOf(businessId),
        listOrder: caseId,
        caseId,
      },
    }),
  );
}

/** The ids of the cases listed under organisations. */
export async function casesOfApplicants(
  table: Table,
  businessIds: readonly string[],
): Promise<readonly string[]> {
  const found = await Promise.all(businessIds.map((id) => listItems(table, listOf(id))));
  return found.flat().map(({ caseId }) => String(caseId));
}

function listOf(businessId: string): string {
  return `APPLICATIONS#${businessId}`;
}
