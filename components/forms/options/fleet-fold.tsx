"use client";

import { FieldGrid, Fold } from "../fold";
import { FormFigure } from "../form-fields";

/** What sizing needs, rented or owned. */
export function FleetFold() {
  return (
    <Fold title="Sizing" summary="utilization ceiling, spare replicas, training speed">
      <FieldGrid>
        <FormFigure name="utilizationCeilingFraction" />
        <FormFigure name="spareReplicas" />
        <FormFigure name="trainingSpeedRatio" />
      </FieldGrid>
    </Fold>
  );
}
