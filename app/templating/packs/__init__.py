"""Template packs (模板包): what a writer made, in one `.zip` for a colleague, and taken in after a look at it."""
