"""The commands for people who write and translate: new, translate, status, diff, stamp, rename, export, import."""
