/** Any change to what `claims/features.ts` makes of a sentence makes the fitted weights worthless: raise this with it, and fit again. */
export const claimFeatureVersion = 6;
