import domainSeparation from 'eslint-plugin-domain-separation';

export default [...domainSeparation.configs.recommended];
