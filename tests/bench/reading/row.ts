/** One line of the table of `npm run bench:reading`: what is measured on what, the floors it is compared with (those measured in the same run say so), our figure, and what was aimed at. */
export interface Row { measure: string; data: string; floor: string; ours: string; target: string }
