/** Settings that keep an editor under test quiet: nothing pops up, nothing calls home, nothing is restored. */
export declare const editorSettings: {
    readonly 'workbench.startupEditor': 'none';
    readonly 'workbench.tips.enabled': false;
    readonly 'workbench.secondarySideBar.defaultVisibility': 'hidden';
    readonly 'chat.disableAIFeatures': true;
    readonly 'extensions.ignoreRecommendations': true;
    readonly 'extensions.autoCheckUpdates': false;
    readonly 'telemetry.telemetryLevel': 'off';
    readonly 'update.mode': 'none';
    readonly 'security.workspace.trust.enabled': false;
    readonly 'git.enabled': false;
};
