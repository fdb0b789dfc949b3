"""`noticeboard init`: the first files of a platform's repository."""
