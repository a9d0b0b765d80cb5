import { createRoot } from 'react-dom/client';
import { Heading } from 'suomifi-ui-components';

const root = document.getElementById('root');
if (root) createRoot(root).render(<Heading variant="h1">Anslag</Heading>);
