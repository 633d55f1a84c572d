"""Template packs: giving away what the writer made, and taking in what somebody else did."""
