"""What training is about: the topics of the practice guide (R9), boundaries and confidentiality (P2), and those of the
ten-session course for peer mentors. Pure."""

from django.db.models import TextChoices


class Topic(TextChoices):
    BOUNDARIES = "boundaries", "Boundaries"
    CONFIDENTIALITY = "confidentiality", "Confidentiality and its limits"
    SAFEGUARDING = "safeguarding", "Keeping people safe"
    TRAUMA = "trauma", "Trauma-informed practice"
    DEVELOPMENT = "development", "How young people develop"
    MENTAL_HEALTH = "mental-health", "Mental-health first aid"
    TRUST = "trust", "Building trust"
    COMMUNICATION = "communication", "Assertive communication"
    COMMITMENT = "commitment", "Commitment"
    ROLE = "role", "The mentor's role"
    WELCOME = "welcome", "Getting to know each other"
    VALUES = "values", "Values and attitudes"
    SAFETY = "safety", "Personal safety and first aid"
    BEHAVIOUR = "behaviour", "When behaviour is hard"
    SKILLS = "skills", "Skills of a mentor"
    REVIEW = "review", "Looking back and ahead"
