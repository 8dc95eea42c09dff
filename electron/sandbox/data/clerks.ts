import type { Clerk } from '../../../shared/utility-api/generated/types.gen.ts'

/** PINs of the sample clerks, said when the sandbox starts alone. They open nothing but sample data. */
export const samplePins = { clerk: '246810', supervisor: '135790', technician: '975310' } as const

/** Those who work at the sample branch. The hashes were made once, from the PINs above. */
export const clerks: readonly Clerk[] = [
  {
    id: 'personal-ventanilla',
    name: 'Lucía Treviño Garza',
    roles: ['clerk'],
    pinHash: '$scrypt$ln=15,r=8,p=1$/5MNBvXNyCQVAVt+qwA8hQ$EAfhnl+m7oy+pxCX9l9DKFO0QdTeq2k5ovq+GEeUuVg',
    active: true,
  },
  {
    id: 'personal-supervision',
    name: 'Ramiro Cantú Elizondo',
    roles: ['clerk', 'supervisor'],
    pinHash: '$scrypt$ln=15,r=8,p=1$6U9aGJLx1T1SDLMmBMC63g$dMf484iPbkJ49mvVls59TxmDzEuk/Va6a/X1+yA/4oA',
    active: true,
  },
  {
    id: 'personal-tecnico',
    name: 'Íñigo Peña Saldívar',
    roles: ['technician'],
    pinHash: '$scrypt$ln=15,r=8,p=1$cehdz2eE4KchsgVyDgByww$Pu4MJwm8mjMtlbtxPr9zW2cMMLxeXfpyapagpQBJlLk',
    active: true,
  },
  {
    id: 'personal-anterior',
    name: 'Norma Ortiz Leal',
    roles: ['clerk'],
    pinHash: '$scrypt$ln=15,r=8,p=1$ZBSjRzHSxdkEtmfX8bWPvA$wy8s1bUbSqto/y9VhTavXUocRsTk4H61Vg4PmBrgZb0',
    active: false,
  },
]
