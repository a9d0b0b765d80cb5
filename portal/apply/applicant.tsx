export default function Applicant() {
  return null;
}
