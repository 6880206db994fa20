"""The desk: from an article to entries. What can be read off an article is proposed; an editor decides, and it writes.

`propose` is a function of a text and an edition's lists; `changes` turns a decision into the new text of a file;
`server` shows both at 127.0.0.1 and is the only one here that writes.
"""
