import * as z from 'zod';
import { lookUp } from './look-up.ts';
import { tagConditions } from './permissions.ts';
import { receiveText } from './receive-body.ts';
import type { ObjectOperation } from './stores.ts';
import { checkedTags } from './tags.ts';
import { versionIdHeader } from './version-headers.ts';
import { elements, one, readXml } from './xml-reader.ts';
import { writeXml } from './xml-writer.ts';

const text = one(z.string());
const tagging = elements({
  TagSet: one(elements({ Tag: z.optional(z.array(elements({ Key: text, Value: text }))) })),
});

/** GetObjectTagging */
export const getObjectTagging: ObjectOperation = (stores, request) => {
  const version = lookUp(stores, request, ['s3:GetObjectTagging']);
  const tag = version.tags.map(({ key, value }) => ({ Key: key, Value: value }));
  return {
    status: 200,
    headers: versionIdHeader(request.bucket, version),
    body: writeXml('Tagging', { TagSet: { Tag: tag } }),
  };
};

/** PutObjectTagging */
export const putObjectTagging: ObjectOperation = async (stores, request) => {
  const body = await receiveText(request);
  const { TagSet } = readXml(body, 'Tagging', tagging);
  const tags = checkedTags((TagSet.Tag ?? []).map(({ Key, Value }) => ({ key: Key, value: Value })));
  const version = lookUp(stores, request, ['s3:PutObjectTagging'], tagConditions('RequestObjectTag', tags));
  stores.versions.amend(version, { tags });
  return { status: 200, headers: versionIdHeader(request.bucket, version) };
};

/** DeleteObjectTagging */
export const deleteObjectTagging: ObjectOperation = (stores, request) => {
  const version = lookUp(stores, request, ['s3:DeleteObjectTagging']);
  stores.versions.amend(version, { tags: [] });
  return { status: 204, headers: versionIdHeader(request.bucket, version) };
};
