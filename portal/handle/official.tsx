export default function Official() {
  return null;
}
