"""Find the meetings that a sentence tells of, one grammar for English and Arabic, one each for
Turkish and Hebrew.
"""
